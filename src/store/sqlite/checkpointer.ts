import type { Log } from '../../log'

/** Folds the log of one file, in a thread of its own. */
export type Checkpointer = {
  /** Folds what can be folded, or waits for the pass under way. Does nothing once the thread is gone. */
  pass(): Promise<void>
  /** Waits for what is under way, and lets the file go. */
  close(): Promise<void>
}

/** What the thread hears: first where the file is, then what to do. It answers each `Task`. */
export type WorkerMessage = { path: string } | WorkerTask
export type WorkerTask = 'pass' | 'close'

/** How long the end may take, ms. */
const CLOSE_MS = 5000

/** Starts the thread. It keeps no process alive, and the log is told once when it is lost. */
export const openCheckpointer = (path: string, log: Log): Checkpointer => {
  const thread = new Worker(script, { ref: false })
  const tell = (heard: WorkerMessage) => thread.postMessage(heard)
  let under: PromiseWithResolvers<void> | null = null
  let gone = false

  const done = () => {
    under?.resolve()
    under = null
  }
  thread.onmessage = done
  thread.onerror = ({ message }) => {
    gone = true
    log.warn('Checkpoints have lost their thread', { problem: new Error(message) })
    done()
  }
  const ask = async (task: WorkerTask) => {
    if (gone) return
    under = Promise.withResolvers<void>()
    tell(task)
    await under.promise
  }
  tell({ path })
  return {
    pass: () => under?.promise ?? ask('pass'),
    async close() {
      const settled = async () => {
        await under?.promise
        await ask('close')
      }
      await Promise.race([settled(), Bun.sleep(CLOSE_MS)])
      thread.terminate()
    },
  }
}

/** Inside the binary the script stands where it stands under `src`, seen from its beginning. */
const script = import.meta.path.startsWith('/$bunfs/')
  ? './store/sqlite/checkpoint-worker.ts'
  : new URL('./checkpoint-worker.ts', import.meta.url).href
