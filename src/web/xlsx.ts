import writeExcelFile from 'write-excel-file/node'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Characters that the name of a sheet may have at most, in table programs. */
const SHEET_CHARS = 31

/** A table as a workbook of one sheet. Numbers are numbers, and a text is never a formula. */
export const inXlsx = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Buffer> =>
  writeExcelFile(
    [
      columns.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    { sheet: name.slice(0, SHEET_CHARS), stickyRowsCount: 1 },
  ).toBuffer()

const cellOf = (value: string | number | null) => {
  if (value === null || value === '') return null
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}
