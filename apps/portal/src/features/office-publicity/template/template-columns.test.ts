import { expect, test } from "vitest";
import { blankTemplate } from "@zhibu/domain/publicity/default-templates";
import { columnsMax, moved, withColumn } from "./template-columns.ts";

const { columns } = blankTemplate;
const keys = (of: typeof columns) => of.map(({ key }) => key);

test("columns of one kind get keys of their own, up to the last that may be added", () => {
  let all = [...columns];
  while (all.length < columnsMax) all = withColumn(all, "text", "其他");
  expect(new Set(keys(all)).size).toBe(columnsMax);
  for (const key of keys(all)) expect(key).toMatch(/^[a-z][a-z0-9]{0,19}$/u);
});

test("a column removed from the middle and added again does not take another's key", () => {
  const three = withColumn(withColumn(withColumn(columns, "text", "甲"), "text", "乙"), "text", "丙");
  const two = three.filter(({ key }) => key !== "text2");
  expect(new Set(keys(withColumn(two, "text", "丁"))).size).toBe(three.length);
});

test("a column moves one place, and stays at an end", () => {
  expect(keys(moved(columns, 0, 1))).toEqual(keys(columns).toReversed());
  expect(keys(moved(columns, 0, -1))).toEqual(keys(columns));
  expect(keys(moved(columns, columns.length - 1, 1))).toEqual(keys(columns));
});
