/** Whether two values of plain data are equal, whatever the order of their fields. */
export const isDeepEqual = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => isDeepEqual(Reflect.get(one, name), Reflect.get(other, name)))
  )
}
