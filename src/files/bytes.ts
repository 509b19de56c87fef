/**
 * Where the bytes of files are, by their ids. Nothing is ever held in memory as a whole. Which files
 * there are is the store's to know (`store.files`); here is only what is in them.
 */
export interface FileBytes {
  /**
   * Keeps what comes, under an id that is new: whole and durable when it answers with how many bytes
   * it was, or not at all. Rejects with what `bytes` rejected with, or with `NoPlace`.
   */
  put(id: string, bytes: AsyncIterable<Uint8Array>): Promise<number>
  /** Bytes from `from` on, up to but without `to`, for a response; undefined when they are gone. */
  read(id: string, from: number, to: number): Promise<Blob | ReadableStream<Uint8Array> | undefined>
  /** Removes it, and what is left of one that never came whole. */
  remove(id: string): Promise<void>
}
