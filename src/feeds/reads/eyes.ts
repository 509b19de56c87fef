/** How far the other side of a conversation has read, as one page is told of it. */
export class Eyes {
  private upTo = 0
  private shown = 0
  /** It may have read on unheard: while the page was away, or when a ring was lost. */
  private unsure = true

  doubt(): void {
    this.unsure = true
  }

  heard(upTo: number): void {
    this.upTo = Math.max(this.upTo, upTo)
  }

  /** What the page does not know yet; null for nothing. Asks `find` only in doubt. */
  news(find: () => Promise<number>): number | null | Promise<number | null> {
    return this.unsure ? this.lookUp(find) : this.next()
  }

  private async lookUp(find: () => Promise<number>): Promise<number | null> {
    this.unsure = false
    try {
      this.heard(await find())
    } catch (error) {
      this.unsure = true
      throw error
    }
    return this.next()
  }

  private next(): number | null {
    if (this.upTo <= this.shown) return null
    this.shown = this.upTo
    return this.shown
  }
}
