/** What a use case is given that whoever runs the server begins at its command line; the machine's own login is the check. */
export type OperatorContext = {
  /** What the operator is called on record and to who gets a link from them. */
  operator: string;
  now: () => Date;
};
