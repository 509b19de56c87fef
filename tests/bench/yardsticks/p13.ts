import { ask } from '../../chaos/ask'
import { goOnDuty } from '../../chaos/people'
import { waitFor } from '../../support/programs'
import { noCounts } from '../load/job'
import { openStream } from '../load/stream'
import { text } from '../load/talks'
import { inTurn, middle, type Yardstick } from '../measure'
import { agentsOf, databaseOf, deskWith, open, startChats, untilActive } from '../ours'
import { short } from '../table'

const MESSAGES = 20
/** Between two messages, so that none shares its news with the next, ms: a list gathers for 500. */
const PAUSE = 600

/** What an agent is sent when somebody writes in another of his conversations. */
export const p13: Yardstick = {
  id: 'P13',
  measure: async (bench) => {
    const { ours } = await inTurn(bench, { ours: listen })
    const kilobytes = middle(ours, ({ each }) => each) / 1024
    const lost = ours.reduce((sum, run) => sum + run.lost, 0)
    return [
      {
        ...{ id: 'P13', what: 'bytes to an agent per message elsewhere' },
        ...{ ours: `${short(kilobytes)} KB`, floor: '', value: kilobytes, busy: '' },
        bar: { is: 'at most', goal: 1.5, first: 4, unit: 'KB' },
        counts: { ...noCounts, lost },
        note: `all bytes on the wire of /workbench/feed, ${MESSAGES} messages ${PAUSE} ms apart`,
      },
    ]
  },
}

const listen = async () => {
  const dataDir = await deskWith(1)
  const program = await open({ dataDir })
  try {
    const [who] = agentsOf(1)
    if (!who) throw new Error('no agent')
    const agent = await goOnDuty(program.url, who)
    const [, other = ''] = await startChats(program.url, 2)
    const [first] = await untilActive(databaseOf(dataDir), 2, 'Vera 0')
    let [bytes, events] = [0, 0]
    const path = `/workbench/feed?conversation=${first}&after=0`
    const feed = await openStream(program.port, path, agent, {
      event: (event) => {
        if (event.includes('Vera 1')) events += 1
      },
      bytes: (count) => {
        bytes += count
      },
    })
    await Bun.sleep(1_000)
    ;[bytes, events] = [0, 0]
    for (let nth = 0; nth < MESSAGES; nth += 1) {
      const form = { text: `${text} ${nth}`, client_id: `message-${nth}` }
      await ask(`${program.url}/chat/messages`, { cookie: other, form })
      await Bun.sleep(PAUSE)
    }
    await waitFor('the last of the news', () => events >= MESSAGES, 2_000).catch(() => {})
    feed.end()
    return { each: bytes / MESSAGES, lost: Math.max(0, MESSAGES - events) }
  } finally {
    await program.stop(20_000)
  }
}
