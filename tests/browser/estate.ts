import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Visit } from '../support/chromium'
import { freePort } from '../support/ports'
import { type Bellhop, runBellhop, startBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'
import { ana, type Colleague } from './desk'
import { openBench, openChat, openRow, untilLive } from './people'
import { type Network, openProxy } from './proxy'

/** The program in a process of its own, to be killed, and for each of two people a network to it. */
export type Estate = {
  veras: Network
  anas: Network
  vera: Page
  agent: Page
  /** Everything said that the database holds, in order. */
  truth(): Line[]
  /** Ends it as a power cut does, and starts it again on the same data. */
  crash(during: () => Promise<void>): Promise<void>
}
export type Line = [seq: number, text: string]

/** A talk between Vera and Ana under way, each behind a network of her own. */
export const cutScene =
  (play: (estate: Estate) => Promise<void>): (() => Promise<void>) =>
  async () => {
    const [dataDir, port] = [scratchFolder(), await freePort()]
    // No base URL: whatever network a browser came through is the desk's own.
    const start = () => startBellhop({ dataDir, port, env: { BASE_URL: '', LOG_LEVEL: 'warn' } })
    await hire(dataDir, ana)
    let program: Bellhop = await start()
    await program.ready()
    const [veras, anas] = [await openProxy(port), await openProxy(port)]
    const visits: Visit[] = []
    const crash = async (during: () => Promise<void>) => {
      program.kill('SIGKILL')
      await program.exited
      await during()
      program = await start()
      await program.ready()
    }
    try {
      visits.push(await openBench(anas.url, ana, { status: 'ready' }))
      visits.push(await openChat(veras.url, { name: 'Vera', text: 'Hello?' }))
      const [agent, vera] = visits.map(({ page }) => page) as [Page, Page]
      await openRow(agent, 'Vera')
      await untilLive(vera)
      await play({ veras, anas, vera, agent, crash, truth: () => linesIn(dataDir) })
    } finally {
      await Promise.all(visits.map((visit) => visit.close()))
      await Promise.all([veras.close(), anas.close()])
      await program.stop()
    }
  }

const hire = async (dataDir: string, { name, email, password }: Colleague) => {
  const flags = ['--email', email, '--name', name, '--password-stdin']
  const made = runBellhop(['agent', 'create', '--data', dataDir, ...flags], { input: password })
  if ((await made.exited) !== 0) throw new Error(made.output())
}

const linesIn = (dataDir: string): Line[] => {
  const db = new Database(join(dataDir, 'bellhop.db'), { readonly: true })
  try {
    return db
      .query<{ seq: number; text: string }, []>(
        `SELECT seq, text FROM entries WHERE kind = 'said' ORDER BY seq`,
      )
      .all()
      .map(({ seq, text }) => [seq, text])
  } finally {
    db.close()
  }
}

/** What a page shows of it. A bubble that is still on its way has no seq: 0. */
export const linesOn = (page: Page): Promise<Line[]> =>
  page
    .locator('#transcript > [data-kind=said]')
    .evaluateAll((all) =>
      all.map((entry) => [
        Number(entry.getAttribute('data-seq')),
        entry.querySelector('.body')?.textContent ?? '',
      ]),
    )
