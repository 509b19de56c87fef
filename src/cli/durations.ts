const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const

/** `90s`, `10m`, `2h` or `3d` in ms; undefined for anything else. */
export const readDuration = (typed: string): number | undefined => {
  const [, figures, unit] = /^(\d{1,9})([smhd])$/.exec(typed.trim()) ?? []
  const ms = units.find(([letter]) => letter === unit)?.[1]
  return ms === undefined ? undefined : Number(figures) * ms
}

/** A time in ms as it would be typed: in the largest unit that says it exactly, to the second. */
export const durationText = (ms: number): string => {
  const [letter, unit] = units.find(([, each]) => ms >= each && ms % each === 0) ?? ['s', 1000]
  return `${Math.floor(ms / unit)}${letter}`
}
