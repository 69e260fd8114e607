/**
 * Names the person a page was loaded for. If somebody else has signed in meanwhile in another tab, the server treats
 * the call as nobody's instead of writing in the other's name.
 */
export const personHeader = "zhibu-person";
