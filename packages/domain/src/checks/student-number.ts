import { normalMatch, type CheckedLine, type Match } from "./checked-line.ts";

/** A student number looks like any other number, so only its label gives it away. */
const label = /学号|学籍号|学生证号/;
const labelled =
  /(?:学号|学籍号|学生证号)码?(?:为|是)?[\s::()]{0,4}([A-Za-z]?\d{6,14}(?:[、,;/ ]{1,2}[A-Za-z]?\d{6,14})*)/g;
const single = /[A-Za-z]?\d{6,14}/g;
const wholeCell = /^\s*[A-Za-z]?\d{6,14}\s*$/;

/** Numbers behind the label, one finding each, and cells of a table below or beside it. */
export function findStudentNumbers(line: CheckedLine): Match[] {
  const { text } = line.normal;
  if (line.labels.some((above) => label.test(above)) && wholeCell.test(text)) return numbersIn(line, text, 0);
  return Array.from(text.matchAll(labelled)).flatMap(({ 0: whole, 1: numbers = "", index }) =>
    numbersIn(line, numbers, index + whole.length - numbers.length),
  );
}

function numbersIn(line: CheckedLine, numbers: string, offset: number): Match[] {
  return Array.from(numbers.matchAll(single), ({ 0: number, index }) =>
    normalMatch(line, offset + index, offset + index + number.length, number),
  );
}
