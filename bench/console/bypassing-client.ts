import { WaitingClient } from "@zhibu/db/waiting-client";

type Statement = { text: string; values: readonly unknown[] };

function isStatement(argument: unknown): argument is Statement {
  return typeof argument === "object" && argument !== null && "text" in argument && "values" in argument;
}

/** The scope's first value is the role to take on; `none` leaves the login's own. */
function withoutRole(argument: unknown): unknown {
  const takesOn = isStatement(argument) && argument.text.startsWith("SELECT set_config('role'");
  return takesOn ? { ...argument, values: ["none", ...argument.values.slice(1)] } : argument;
}

/** A connection that sends the same statements as the application's, but stays who it is: the owner, whom no policy binds. */
export class BypassingClient extends WaitingClient {
  constructor(config?: ConstructorParameters<typeof WaitingClient>[0]) {
    super(config);
    const send = this.query.bind(this) as (...args: readonly unknown[]) => unknown; // What all its forms share.
    const query = (...args: readonly unknown[]): unknown => send(...args.map(withoutRole));
    this.query = query as typeof this.query; // Called in the same forms as before.
  }
}
