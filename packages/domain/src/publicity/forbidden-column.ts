/** What no list may show of a person (DOMAIN §3), by the words a column for it would bear. */
const forbiddenWords =
  /身份证|证件|学号|工号|考号|准考|手机|电话|联系方式|住址|地址|籍贯|家庭|出生|生日|年龄|银行|卡号|账号|账户|邮箱|微信|qq/iu;

/** Whether a column of this label would hold numbers of persons, addresses, dates of birth or ways to reach them. */
export function isForbiddenColumn(label: string): boolean {
  return forbiddenWords.test(label.normalize("NFKC").replaceAll(/\s/gu, ""));
}
