import { AppError } from "@/server/errors";
import { readInputPoster } from "@/server/inputs/read-input-poster";
import { getServiceContext } from "../../../service-context";

/** The still of an input. Its address changes when the input does, so browsers keep it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  try {
    const poster = await readInputPoster(await getServiceContext(), name);
    return new Response(new Uint8Array(poster), {
      headers: {
        "Content-Type": "image/jpeg",
        "Cache-Control": "private, max-age=31536000, immutable",
      },
    });
  } catch (error) {
    if (error instanceof AppError) return new Response(`${error.message}\n`, { status: 404 });
    return new Response("No still could be made of this input's video.\n", { status: 404 });
  }
}
