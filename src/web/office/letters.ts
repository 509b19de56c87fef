import { letterKinds, letterStages } from '../../../actors/letter'
import { Problem } from '../../../actors/problem'
import { LettersPage, letterList, letterPaths } from '../../../views/office/letters'
import { giveUp, resend, tryMail, tryMailForm } from '../../commands/letters/manage'
import { readLetters } from '../../reads/office-letters'
import type { Letter } from '../../store/ports/letters'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import type { Route } from '../route'
import { officeList } from './list/list'

/** The folder in that of the data; where this is, is nothing for a page. */
const OUTBOX = 'outbox/'

/** By what mail goes out, without what opens it. */
const wayOf = ({ config }: WebContext) =>
  config.mail ? { host: new URL(config.mail.url).host, from: config.mail.from } : { folder: OUTBOX }

const list = officeList({
  ...{ list: letterList, permission: 'settings.manage' },
  rows: ({ desk }, _, ask, limit) => readLetters(desk.store, ask, limit),
  more: async (web, person) => ({
    ...{ stages: letterStages, kinds: letterKinds, way: wayOf(web) },
    email: (await web.desk.store.accounts.byId(person.id))?.email ?? '',
  }),
  draw: (shown, context) => LettersPage({ ...context, ...shown }),
})

const letterOf = async (c: Ask, { desk }: WebContext): Promise<Letter | Problem> =>
  (await desk.store.letters.find(c.req.param('id') ?? '')) ?? new Problem('missing', 'missing')

/** What is done to one: its page is the list. */
const act = (name: 'resent' | 'dropped', path: string, command: typeof resend): Route =>
  list.verb({
    ...{ path, name, said: name, to: () => letterPaths.list },
    run: async ({ c, web }) => {
      const letter = await letterOf(c, web)
      return letter instanceof Problem ? letter : command(web.desk, staff(c), letter)
    },
  })

/** The mail of the desk, in the office. */
export const letterRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  act('resent', letterPaths.resend(':id'), resend),
  act('dropped', letterPaths.drop(':id'), giveUp),
  list.verb({
    ...{ path: letterPaths.trial, name: 'trial', said: 'tried', form: tryMailForm },
    run: ({ c, web, input }) => tryMail(web.desk, staff(c), input, c.get('look').language),
    made: (id) => ({ id }),
    to: () => letterPaths.list,
  }),
]
