import { AppError } from "@zhibu/domain/kernel/app-error";
import { signInInput } from "@zhibu/domain/tenancy/account-inputs";
import { typedCodeSchema } from "@zhibu/domain/tenancy/second-factor";
import type { AuthSettings } from "./auth-settings.ts";
import type { AuthDeps, AuthVisit } from "./auth-visit.ts";
import { authenticate, authenticateCode } from "./authenticate.ts";
import type { AddressLimit } from "./limit-address.ts";
import { deviceOf, openSession, type VerifiedPerson } from "./open-session.ts";
import { forgottenStepCookie, pendingStepCookie, readPendingStep } from "./pending-step.ts";
import { SignInRefused } from "./sign-in-refused.ts";

/** What a database that is away means to the person at the form. */
async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "UNAVAILABLE") throw new SignInRefused({ kind: "unavailable" });
    throw error;
  }
}

type Typed = Partial<Record<string, unknown>>;

/** How one visit may end in a session: by password, by the code after it, or opened for who proved themself elsewhere. */
export function waysIn(settings: AuthSettings, deps: AuthDeps & { addressLimit: AddressLimit }, visit: AuthVisit) {
  const device = deviceOf(visit.headers);
  const context = () => ({ now: deps.now(), address: device.address, addressLimit: deps.addressLimit });

  async function open(person: VerifiedPerson): Promise<boolean> {
    const claim = await openSession(person, device, deps.now());
    if (claim) visit.claim = claim;
    return claim !== null;
  }

  async function letIn(person: VerifiedPerson): Promise<{ id: string }> {
    if (!(await open(person))) throw new SignInRefused({ kind: "wrong" });
    return { id: person.userId };
  }

  async function byPassword(typed: Typed): Promise<{ id: string }> {
    const parsed = signInInput.safeParse(typed);
    if (!parsed.success) throw new SignInRefused({ kind: "wrong" });
    const result = await authenticate(parsed.data, context());
    if (!result.ok) throw new SignInRefused(result.refusal);
    if (!result.needsCode) return letIn(result.person);
    visit.cookies.push(await pendingStepCookie(settings, result.person));
    throw new SignInRefused({ kind: "codeWanted" });
  }

  async function byCode(typed: Typed): Promise<{ id: string }> {
    const code = typedCodeSchema.safeParse(typed["code"]);
    if (!code.success) throw new SignInRefused({ kind: "codeWrong" });
    const person = await readPendingStep(settings, visit.headers);
    if (!person) throw new SignInRefused({ kind: "stepOver" });
    const step = { userId: person.userId, code: code.data };
    const result = await authenticateCode(step, context(), deps.checkSecondFactor);
    if (!result.ok) throw new SignInRefused(result.refusal);
    visit.cookies.push(forgottenStepCookie(settings));
    return letIn(person);
  }

  return {
    open,
    byPassword: (typed: Typed) => orUnavailable(byPassword(typed)),
    byCode: (typed: Typed) => orUnavailable(byCode(typed)),
  };
}
