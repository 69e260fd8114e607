import { expect, test } from "vitest";
import type { PublicityColumn } from "@zhibu/domain/publicity/publicity-template";
import { filledEntries, formRow, pastedCells, withPasted } from "./pasted-rows.ts";

const column = (key: string, label: string): PublicityColumn => ({
  key,
  label,
  kind: "text",
  required: true,
  lengthMax: 40,
});
const columns = [column("name", "姓名"), column("unit", "年级专业或部门")];

test("words are words; cells come with tabs and line breaks, as Excel and WPS copy them", () => {
  expect(pastedCells("示例甲")).toBeNull();
  expect(pastedCells("示例甲\t2023级\r\n示例乙\t 2024级 \r\n")).toEqual([
    ["示例甲", "2023级"],
    ["示例乙", "2024级"],
  ]);
  expect(pastedCells("示例甲\n示例乙")).toEqual([["示例甲"], ["示例乙"]]);
});

test("pasted cells fill the table from where they were pasted, and it grows", () => {
  const rows = [formRow({ name: "示例甲", unit: "2023级" }), formRow()];
  const after = withPasted(rows, columns, { row: 1, column: 0 }, [
    ["示例乙", "2024级", "多出的列"],
    ["示例丙", "2025级"],
  ]);
  expect(filledEntries(after)).toEqual([
    { name: "示例甲", unit: "2023级" },
    { name: "示例乙", unit: "2024级" },
    { name: "示例丙", unit: "2025级" },
  ]);
  expect(new Set(after.map(({ key }) => key)).size).toBe(3);
});

test("a copied heading is not a person", () => {
  const after = withPasted([formRow()], columns, { row: 0, column: 0 }, [
    ["姓名", "年级专业或部门"],
    ["示例甲", "2023级"],
  ]);
  expect(filledEntries(after)).toEqual([{ name: "示例甲", unit: "2023级" }]);
});
