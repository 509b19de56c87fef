/** Rows as aligned columns. Chinese characters and the like are two columns wide. */
export const tableOf = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, n) => Math.max(...rows.map((row) => widthOf(row[n] ?? ''))))
  return rows
    .map((row) =>
      row
        .map((cell, n) => cell + ' '.repeat((widths?.[n] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const widthOf = (text: string) => Bun.stringWidth(text)
