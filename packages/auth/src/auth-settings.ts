/** What sign-in needs to know of the deployment; read from the environment once, by the portal. */
export type AuthSettings = {
  /** Encrypts the session tokens; all instances share it. */
  secret: string;
  /** Origin of the console, such as `https://console.example.edu.cn`: the only one sign-in happens on. */
  consoleOrigin: string;
  /** The campus's OpenID provider, where the college has one. */
  campus: CampusSettings | null;
};

export type CampusSettings = {
  /** The provider's issuer, exactly as it names itself. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that holds a person's login name here, asked the first time they come. */
  loginClaim: string;
};

/** Cookies carry `Secure` and the `__Host-` prefix wherever the console is served over TLS. */
export function isSecure(settings: AuthSettings): boolean {
  return settings.consoleOrigin.startsWith("https:");
}
