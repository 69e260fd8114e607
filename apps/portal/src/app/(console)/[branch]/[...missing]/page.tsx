import { notFound } from "next/navigation";

/** Any other address below a branch: not found, but inside the frame and in Chinese. */
export default function MissingPage(): never {
  notFound();
}
