import { redirect } from "next/navigation";

/** The day begins with what waits for the person. */
export default function ConsoleHome(): never {
  redirect("/inbox");
}
