/**
 * Passwords of ten or more letters and digits that lists of leaked passwords begin with, in lower case without signs.
 * Short ones need no entry: the length refuses them.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  1234567890 0123456789 9876543210 0987654321 12345678910 123456789a a123456789 123456789q q123456789 1234567890a
  123456789abc abc123456789 abcd123456 abcd1234567 abcd12345678 abc1234567 a1234567890 aa123456789 aa12345678 qq123456789
  1111111111 0000000000 1212121212 1122334455 1231231231 123123123123 123321123321 1472583690 1472583690 7894561230
  qwertyuiop qwerty123456 qwerty12345 qwe123456789 qwer123456 qwertyuiop123 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y zaq12wsxcde3
  asdfghjkl1 asdfghjkl123 asdf123456 zxcvbnm123 zxcvbnm123456 password12 password123 password1234 passw0rd123 p4ssw0rd123
  iloveyou123 iloveyou1314 woaini1314 woaini520 woaini1314520 woaini5201314 5201314520 1314520520 13145201314 52013145201314
  admin12345 admin123456 admin1234567 admin123123 administrator root123456 test123456 guest12345 welcome123 welcome1234
  letmein1234 changeme123 china12345 china123456 beijing2008 zhongguo123 dangyuan123 dangzhibu123 zhibu12345 zhibu123456
  `
    .trim()
    .split(/\s+/u),
);
