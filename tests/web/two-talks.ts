import { paths } from '../../views/paths'
import { openFollowedDesk } from '../feeds/harness'
import { openTestClock } from '../support/clock'
import { hire } from '../support/desk'
import { askOf, json, signIn } from './ask'

const { workbench } = paths

/** A desk in which Sina merges two talks of one visitor, both of which Ana holds. */
export const openTwoTalks = async () => {
  const clock = openTestClock()
  const harness = await openFollowedDesk(clock)
  const ask = askOf(harness.desk)
  await hire(harness.desk, 'Sina', 5, 'supervisor')
  const cookies = { ana: await signIn(ask, 'Ana'), sina: await signIn(ask, 'Sina') }
  const post = (path: string, form: Record<string, string> = {}, cookie = cookies.sina) =>
    ask('POST', path, { cookie, form, headers: json })
  const linesOf = (id: string) => harness.store.transcripts.last(id, 100)
  const contextOf = async (id: string) =>
    (await harness.desk.desk.system.current<'conversation'>(`conversation:${id}`))?.context
  return {
    ...{ clock, harness, ask, cookies, post, linesOf, contextOf },
    merge: (id: string, into: string, cookie = cookies.sina) =>
      post(workbench.merge(id), { into }, cookie),
    textsOf: async (id: string) =>
      (await linesOf(id))
        .filter(({ text }) => text !== '')
        .map(({ name, text }) => `${name}: ${text}`),
    hasMerged: (id: string) => async () => ((await contextOf(id))?.merges.length ?? 0) > 0,
    /** Two conversations: one of Vera's on her phone, one on her laptop; Ana holds both. */
    two: async () => {
      const phone = await harness.talk('Vera (phone)')
      const laptop = await harness.talk('Vera (laptop)')
      await harness.write(harness.ana, phone.conversation, 'Hello there')
      await harness.write(phone.person, phone.conversation, 'My lamp is broken')
      await harness.write(laptop.person, laptop.conversation, 'It is the same lamp')
      return { phone, laptop }
    },
    close: () => harness.desk.close(),
  }
}
