import { expect, test } from "vitest";
import { EnvError, readEnv } from "./env.ts";
import { branchOrigin, consoleOrigin, originOf } from "./origins.ts";

test("without any variable the demo runs on localhost:3000", () => {
  expect(readEnv({})).toMatchObject({
    PORT: 3000,
    ROOT_DOMAIN: "localhost",
    PUBLIC_SCHEME: "http",
    PUBLIC_PORT: 3000,
    DATA_DIR: ".data",
    TRUSTED_PROXY: [],
  });
});

test("an empty variable is an unset one", () => {
  expect(readEnv({ DATABASE_URL: "", PORT: "" })).toMatchObject({ PORT: 3000 });
});

test("addresses are what browsers use, not where we listen", () => {
  const env = readEnv({ PUBLIC_SCHEME: "https", ROOT_DOMAIN: "dj.example.edu", PORT: "8080" });
  expect(originOf(env.ROOT_DOMAIN, env)).toBe("https://dj.example.edu");
  expect(consoleOrigin(env)).toBe("https://console.dj.example.edu");
  expect(branchOrigin("jichu", readEnv({ PORT: "3100" }))).toBe("http://jichu.localhost:3100");
});

test("networks of proxies are separated by commas", () => {
  expect(readEnv({ TRUSTED_PROXY: "10.0.0.0/8, fd00::/8" }).TRUSTED_PROXY).toEqual(["10.0.0.0/8", "fd00::/8"]);
});

test("everything that is wrong is named at once", () => {
  const read = () =>
    readEnv({
      PORT: "a",
      ROOT_DOMAIN: "https://x",
      DATABASE_URL: "mysql://x",
      AUTH_SECRET: "short",
      S3_ENDPOINT: "http://s3.example",
      CLAMD_PORT: "0",
      SMTP_URL: "http://mail.example",
      MAIL_FROM: "nobody",
    });
  expect(read).toThrow(EnvError);
  for (const name of [
    "PORT",
    "ROOT_DOMAIN",
    "DATABASE_URL",
    "AUTH_SECRET",
    "S3_BUCKET",
    "CLAMD_PORT",
    "SMTP_URL",
    "MAIL_FROM",
  ])
    expect(read).toThrow(new RegExp(`^${name}: `, "mu"));
});

test("mail needs a server and a sender", () => {
  const SMTP_URL = "smtp://user:secret@mail.example:587";
  expect(() => readEnv({ SMTP_URL })).toThrow("MAIL_FROM: SMTP_URL and MAIL_FROM go together");
  for (const MAIL_FROM of ["zhibu@dj.example.edu", "Zhibu <zhibu@dj.example.edu>"])
    expect(readEnv({ SMTP_URL, MAIL_FROM }).mail).toEqual({ SMTP_URL, MAIL_FROM });
});

test("what next-auth would take for the console's origin is refused", () => {
  expect(() => readEnv({ AUTH_URL: "https://elsewhere.example" })).toThrow("AUTH_URL: must not be set");
});

test("the campus's provider is told whole or not at all, and over https unless it is this machine", () => {
  const campus = { OIDC_ISSUER: "https://id.example.edu.cn", OIDC_CLIENT_ID: "zhibu", OIDC_CLIENT_SECRET: "s" };
  expect(readEnv(campus)).toMatchObject({ ...campus, OIDC_LOGIN_CLAIM: "preferred_username" });
  expect(() => readEnv({ OIDC_ISSUER: campus.OIDC_ISSUER })).toThrow(/^OIDC_CLIENT_ID: must be set together/mu);
  expect(() => readEnv({ ...campus, OIDC_ISSUER: "http://id.example.edu.cn" })).toThrow("OIDC_ISSUER: must be https");
  expect(() => readEnv({ ...campus, OIDC_ISSUER: "http://localhost.example" })).toThrow("OIDC_ISSUER: must be https");
  expect(readEnv({ ...campus, OIDC_ISSUER: "http://127.0.0.1:4000" }).OIDC_ISSUER).toBe("http://127.0.0.1:4000");
});

test("data keys are separated by commas and long enough each", () => {
  const [newer, older] = ["n".repeat(32), "o".repeat(32)];
  expect(readEnv({ DATA_KEY: `${newer}, ${older}` }).DATA_KEY).toEqual([newer, older]);
  expect(() => readEnv({ DATA_KEY: `${newer},short` })).toThrow(/^DATA_KEY/mu);
});

test.each(["ftp://10.0.0.5", "10.0.0.5:3000", "http://10.0.0.5/g", "http://user@10.0.0.5"])(
  "the probe is not sent to %s",
  (origin) => {
    expect(() => readEnv({ PROBE_ORIGIN: origin })).toThrow(/PROBE_ORIGIN/u);
    expect(readEnv({ PROBE_ORIGIN: "https://10.0.0.5:8443" }).PROBE_ORIGIN).toBe("https://10.0.0.5:8443");
  },
);
