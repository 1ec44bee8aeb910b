# The product: `web` and `worker` are the same image (compose.yaml). Runs have images of their own
# (npm run docker:image, docs/gpu-host.md).

FROM node:22-bookworm-slim AS build
WORKDIR /opt/cosmos
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:22-bookworm-slim AS packages
WORKDIR /opt/cosmos
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ffmpeg openssh-client \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/cosmos
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 COSMOS_HOST=0.0.0.0 PORT=3000
COPY --from=packages /opt/cosmos/node_modules node_modules
COPY --from=build /opt/cosmos/package.json /opt/cosmos/package-lock.json /opt/cosmos/tsconfig.json ./
COPY --from=build /opt/cosmos/next.config.mjs /opt/cosmos/postcss.config.mjs ./
COPY --from=build /opt/cosmos/LICENSE /opt/cosmos/NOTICE ./
COPY --from=build /opt/cosmos/assets assets
COPY --from=build /opt/cosmos/bin bin
COPY --from=build /opt/cosmos/drizzle drizzle
COPY --from=build /opt/cosmos/scripts scripts
# Kept, because `cosmos up` compares it with what was built.
COPY --from=build /opt/cosmos/src src
COPY --from=build /opt/cosmos/dist dist
COPY --from=build --chown=node:node /opt/cosmos/.next .next
RUN ln -s /opt/cosmos/bin/cosmos.mjs /usr/local/bin/cosmos
USER node
EXPOSE 3000
ENTRYPOINT ["cosmos"]
CMD ["up", "--only", "web"]
