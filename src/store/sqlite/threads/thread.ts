/** A thread of the store with a connection of its own. It is asked one thing at a time. */
export type Thread<Asked, Told> = {
  readonly busy: boolean
  /** Rejects when the thread is gone: whether it did what was asked is then not known. */
  ask(asked: Asked): Promise<Told>
  /** Waits for what is under way, and lets the connection go. */
  close(): Promise<void>
}

/** What a thread hears: first where the file is, then what is asked, `null` at the end. */
export type Heard<Asked> = { path: string } | { asked: Asked } | null

/** How long the end may take, ms. */
const LAST = 5000

/** Starts one of the scripts of this folder. It keeps no process alive. */
export const openThread = <Asked, Told>(
  name: 'checkpointer',
  path: string,
): Thread<Asked, Told> => {
  const thread = new Worker(scriptOf(name), { ref: false })
  let under: PromiseWithResolvers<Told> | null = null
  let gone: Error | null = null
  const hear = (heard: Heard<Asked>) => thread.postMessage(heard)

  const ask = (heard: Heard<Asked>): Promise<Told> => {
    if (gone) return Promise.reject(gone)
    under = Promise.withResolvers<Told>()
    hear(heard)
    return under.promise
  }
  thread.onmessage = ({ data }: MessageEvent<Told>) => {
    const answered = under
    under = null
    answered?.resolve(data)
  }
  thread.onerror = ({ message }) => {
    gone = new Error(`the ${name} of the store is gone: ${message}`)
    under?.reject(gone)
    under = null
  }
  hear({ path })
  return {
    get busy() {
      return under !== null
    },
    ask: (asked) => ask({ asked }),
    async close() {
      const settled = async () => {
        await under?.promise
        await ask(null)
      }
      await Promise.race([settled().catch(() => {}), Bun.sleep(LAST)])
      thread.terminate()
    },
  }
}

/** Inside the binary the scripts stand where they stand under `src`, seen from its beginning. */
const scriptOf = (name: string): string =>
  import.meta.path.startsWith('/$bunfs/')
    ? `./store/sqlite/threads/${name}.ts`
    : new URL(`./${name}.ts`, import.meta.url).href
