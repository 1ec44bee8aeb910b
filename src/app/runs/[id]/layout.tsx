import { TrpcProvider } from "@/trpc/provider";

export default TrpcProvider;
