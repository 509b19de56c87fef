import type { Readable } from 'node:stream'
import type { FormPart } from '../../commands/files/send'

type FilePart = { name: string; fileName: string; bytes: Readable }

/** Parts between the parser that finds them and whoever reads them one by one. */
export class PartQueue {
  private readonly parts: FormPart[] = []
  private readonly files: Readable[] = []
  private fault: Error | undefined
  private ended = false
  private wake = () => {}
  private readonly leaving = Promise.withResolvers<void>()
  /** Settles when nobody reads any more. */
  readonly left = this.leaving.promise
  isLeft = false

  put(part: FormPart): void {
    this.parts.push(part)
    this.wake()
  }

  putFile(part: FilePart): void {
    // An error of one that nobody reads yet would end the program.
    part.bytes.on('error', () => {})
    this.files.push(part.bytes)
    if (this.fault) part.bytes.destroy(this.fault)
    this.put(part)
  }

  end(): void {
    this.ended = true
    this.wake()
  }

  /** Whoever reads, a part or the bytes of one, is told; the first fault counts. */
  fail(fault: Error): void {
    this.fault ??= fault
    for (const file of this.files) file.destroy(this.fault)
    this.wake()
  }

  /** The next part, undefined after the last. Rejects with what went wrong. */
  async next(): Promise<FormPart | undefined> {
    for (;;) {
      if (this.fault) throw this.fault
      const part = this.parts.shift()
      if (part || this.ended) return part
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
  }

  leave(): void {
    this.isLeft = true
    for (const file of this.files) file.destroy()
    this.leaving.resolve()
  }
}
