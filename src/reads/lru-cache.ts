/**
 * Values that cost something to make, kept while they fit: what was not asked for longest goes
 * first. `cost` is in any unit; the sum of all never exceeds `most`.
 */
export class LruCache<Value> {
  private readonly values = new Map<string, { value: Value; cost: number }>()
  private readonly most: number
  private sum = 0

  constructor(most: number) {
    this.most = most
  }

  get(key: string): Value | undefined {
    const held = this.values.get(key)
    if (held === undefined) return undefined
    this.values.delete(key)
    this.values.set(key, held)
    return held.value
  }

  put(key: string, value: Value, cost: number): Value {
    this.drop(key)
    this.values.set(key, { value, cost })
    this.sum += cost
    for (const oldest of this.values.keys()) {
      if (this.sum <= this.most) break
      this.drop(oldest)
    }
    return value
  }

  get size(): number {
    return this.values.size
  }

  private drop(key: string): void {
    this.sum -= this.values.get(key)?.cost ?? 0
    this.values.delete(key)
  }
}
