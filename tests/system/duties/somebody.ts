import { addressOf } from '../../../actors/address'
import { isProblem } from '../../../actors/problem'
import { tellExported } from '../../../src/commands/audit'
import { keepOut } from '../../../src/commands/blocks/keep-out'
import { rowOf } from '../../../src/commands/conversations/access'
import { end } from '../../../src/commands/conversations/end'
import { merge } from '../../../src/commands/conversations/merge'
import { rate } from '../../../src/commands/conversations/rate'
import { reply } from '../../../src/commands/conversations/reply'
import { say } from '../../../src/commands/conversations/say'
import { react } from '../../../src/commands/entries/react'
import { revise } from '../../../src/commands/entries/revise'
import { withdraw } from '../../../src/commands/entries/withdraw'
import { sendFiles } from '../../../src/commands/files/send'
import { mergeVisitors } from '../../../src/commands/visitors/merge/merge'
import { start } from '../../../src/commands/visitors/start'
import { clientId, goOnDuty, hire, type TestDesk, until } from '../../support/desk'
import { indexAll } from '../../support/indexed'

/** Words that stand nowhere else: whatever of them is found anywhere is theirs. */
export const vera = {
  name: 'Vera Lindqvist-Okafor',
  other: 'Wera Quartzhand',
  email: 'vera.lindqvist@mail.example',
  phone: '+46 70 555 01 99',
  address: '203.0.113.77',
} as const
export const said = {
  first: 'My zirconium kettle whistles in G minor',
  second: 'It began on a Wednesday in Uppsala',
  revised: 'It began on a Thursday in Umeå, to be exact',
  taken: 'Please forget the marmalade incident',
  comment: 'The quick brown kettle is silent now',
  earlier: 'Do you ship to the Faroe Islands by zeppelin?',
  moved: 'Anyway, does the kettle come in ultramarine?',
  attribute: 'platinum-otter-4711',
  fileName: 'kettle-serenade.txt',
  file: 'thirteen verses about a kettle, unabridged',
} as const

/** All of it by which somebody could be found again. */
export const needles: readonly string[] = [...Object.values(vera), ...Object.values(said)]

const from: { address: string; language: string } = { address: vera.address, language: 'en' }
const done = <Outcome>(outcome: Outcome) => {
  if (isProblem(outcome)) throw new Error(`${outcome.code} ${outcome.reason}`)
  return outcome
}

/**
 * A desk on which Vera has said much, and others have said much of her: what she said in two browsers,
 * a file, mail, a block, words that colleagues quoted here and elsewhere.
 */
export const openWithVera = async (desk: TestDesk) => {
  const own = desk.desk
  const { store, clock, system } = own
  const ana = await hire(desk, 'Ana', 20, 'admin')
  await goOnDuty(desk, ana)
  const held = (id: string) =>
    until(async () => (await store.conversations.find(id))?.state === 'active')
  const asks = async (name: string, text: string, more: object = {}, place = from) => {
    const input = { name, text, client_id: clientId(), ...more }
    const started = done(await start(own, null, input, place)) as {
      visitor: string
      conversation: string
      token: string
    }
    await held(started.conversation)
    return { ...started, who: { kind: 'visitor', id: started.visitor } as const }
  }

  const before = await asks(vera.other, said.earlier)
  done(await end(own, before.who, before.conversation))
  const now = await asks(vera.name, said.first, { email: vera.email })
  const talk = now.conversation
  const says = async (text: string) => {
    const id = clientId()
    done(await say(own, now.who, talk, { text, client_id: id }, from))
    return id
  }
  const second = await says(said.second)
  done(await revise(own, now.who, talk, second, { text: said.revised }))
  done(await withdraw(own, now.who, talk, await says(said.taken)))
  const row = await rowOf(own, talk)
  if (!row) throw new Error('no row')
  const parts = async function* () {
    yield { name: 'client_id', value: clientId() }
    yield {
      ...{ name: 'file', fileName: said.fileName },
      bytes: (async function* () {
        yield new TextEncoder().encode(said.file)
      })(),
    }
  }
  done(await sendFiles(own, now.who, row, parts(), from))

  const answers = (text: string, id = talk) =>
    reply(own, ana, id, { text, client_id: clientId() }, { address: '198.51.100.4' }).then(done)
  await answers(`Hello Vera, you wrote: “${said.first}”`)
  await answers('A colleague will look at it tomorrow')
  done(await react(own, now.who, talk, second, { emoji: '🙂' }))
  const note = async (id: string, text: string) => {
    const event = {
      ...{ type: 'noted', at: clock.now(), author: ana.id, name: ana.name },
      ...{ clientId: clientId(), text },
    } as const
    const sent = await system.send(addressOf('conversation', id), event as never)
    if (sent.outcome !== 'done') throw new Error(`note ${sent.outcome}`)
  }
  await note(talk, `${vera.name} called from ${vera.phone}`)

  const elsewhere = { ...from, address: '198.51.100.23' }
  const other = await asks('Hugo Other', 'I have an ordinary question about kettles', {}, elsewhere)
  await note(other.conversation, `As ${vera.email} said: ${said.revised}`)
  await system.send(addressOf('visitor', now.visitor), {
    ...{ type: 'described', at: clock.now(), agent: ana.id, agentName: ana.name },
    changes: {
      ...{ phone: vera.phone, notes: `${vera.name}: ${said.attribute}`, company: 'Kettle & Co' },
      attribute: { key: 'loyalty', is: { type: 'text', value: said.attribute } },
    },
  })
  await keepBeside(desk, { talk, agent: ana.id, visitor: now.visitor })
  await keepOut(
    own,
    ana,
    {
      ...{ scope: 'address', value: vera.address, visitor: now.visitor, conversation: talk },
      reason: `${vera.name} again`,
    },
    null,
  )
  await tellExported(own, ana, 'visitors.csv', `q=${encodeURIComponent(vera.email)}`)
  await settled(desk)
  done(await end(own, now.who, talk))
  done(await rate(own, now.who, talk, { stars: 2, comment: said.comment }))
  await settled(desk)
  // What she begins anew goes on in a conversation of somebody else.
  const third = await start(own, now.who, { text: said.moved, client_id: clientId() }, from)
  const moved = (done(third) as { conversation: string }).conversation
  await held(moved)
  done(await merge(own, ana, moved, { into: other.conversation }, from))
  await settled(desk)
  done(await mergeVisitors(own, ana, now.visitor, { other: before.visitor }))
  await settled(desk)
  await indexAll(store)
  return { ana, now, before, other, talk, moved }
}

/** What lies beside the transcript. */
const keepBeside = async (
  { desk }: TestDesk,
  { talk, agent, visitor }: { talk: string; agent: string; visitor: string },
) => {
  const { store, clock } = desk
  const at = clock.now()
  await store.drafts.keep({ agent, conversation: talk, text: `Dear ${vera.name}, about`, at })
  await store.views.keep({
    ...{ id: clock.id(), owner: agent, name: `of ${vera.name}`, shared: false, createdAt: at },
    query: `q=${encodeURIComponent(vera.email)}`,
  })
  await store.canned.create(
    {
      ...{ id: clock.id(), holder: 'desk', code: 'vera', title: 'Vera', folder: '', scope: 'all' },
      ...{ body: `Write to ${vera.email}`, bodies: { 'zh-CN': `请联系 ${vera.email}` } },
      ...{ departments: [], uses: 0, version: clock.id() },
    } as never,
    'vera',
  )
  await store.letters.write({
    ...{ id: clock.id(), thread: talk, nth: 1, kind: 'answer', about: talk, after: 0, upTo: 3 },
    ...{ address: vera.email, subject: `Re: ${said.first}`, language: 'en', at, state: 'sent' },
    ...{ dueAt: at, tries: 0, problem: '' },
  })
  await store.visits.keep({
    ...{ visitor, startedAt: at, at, visits: 1, pages: [] },
    about: {
      ...{ language: 'en', zone: 'UTC', browser: 'Firefox', system: 'Linux', device: 'desktop' },
      ...{ address: vera.address, place: null, referrer: '', utm: { source: vera.email } },
    },
  })
}

/** What one actor told another has arrived. */
export const settled = async ({ desk }: TestDesk) => {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await Bun.sleep(40)
    await desk.system.rest()
  }
}
