import { z } from 'zod'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { type PeopleBeside, PeoplePage, peopleList } from '../../../views/office/people'
import { peopleInMenu, peoplePaths } from '../../../views/office/people-paths'
import { type PersonDetails, PersonPage } from '../../../views/office/person'
import { paths } from '../../../views/paths'
import { changePerson, personForm } from '../../commands/accounts/change-person'
import { disableAccount } from '../../commands/accounts/disable'
import { enableAccount } from '../../commands/accounts/enable'
import { inviteColleague, inviteForm } from '../../commands/accounts/invite'
import { newPassword } from '../../commands/accounts/new-password'
import { type MadeLink, makePasswordLink } from '../../commands/accounts/password-link'
import { typedPassword } from '../../commands/accounts/password-rules'
import { removeAccount } from '../../commands/accounts/remove'
import { setPassword } from '../../commands/accounts/set-password'
import { removeFactor } from '../../commands/factors/remove'
import { read } from '../../commands/input/read'
import { mailInvitation } from '../../commands/letters/invitation'
import { unlinkProvider } from '../../commands/providers/unlink'
import { endSessions } from '../../commands/sessions/end'
import { readFactor } from '../../reads/me'
import { personVersion, readPeople, readPeopleChoices, readPerson } from '../../reads/office-people'
import { readLinks } from '../../reads/office-providers'
import type { Ask, WebContext } from '../context'
import { deskOrigin } from '../desk-origin'
import { staff } from '../person'
import type { Route } from '../route'
import { sessionLines } from '../session/lines'
import { officeList } from './list/list'
import { officePage } from './page'

const ID = ':id'

/** What is shown once of a link, with the address as browsers see it. */
const freshOf = (origin: string, { account, token, until }: MadeLink) => ({
  ...{ name: account.name, url: origin + paths.passwordLinkBy(token), until },
})

const originOf = (c: Ask, { config }: WebContext) => deskOrigin(c, config)

const list = officeList({
  ...{ list: peopleList, permission: 'agents.manage', secret: true },
  rows: ({ desk }, _, ask, limit) => readPeople(desk.store, ask, limit),
  more: ({ desk }, person): Promise<PeopleBeside> => readPeopleChoices(desk.store, person),
  draw: (shown, context) => PeoplePage({ ...context, ...shown }),
})

const one = officePage({
  ...{ path: peoplePaths.page(ID), permission: 'agents.manage', menu: peopleInMenu, secret: true },
  find: async (c, { desk }): Promise<{ id: string; person: Staff; token: string } | Problem> => {
    const id = c.req.param('id') ?? ''
    const isThere = await desk.store.accounts.byId(id)
    const found = { id, person: staff(c), token: c.get('sessionToken') ?? '' }
    return isThere ? found : new Problem('missing', 'missing')
  },
  read: async ({ desk }, { id, person, token }): Promise<PersonDetails> => {
    const details = await readPerson(desk.store, person, id)
    if (!details) throw new Error('an account was removed while its page was read')
    const sessions = details.mayManage ? await sessionLines(desk, id, token) : undefined
    if (!sessions || details.isAbove) return details
    const factor = await readFactor(desk.store, { id, role: details.role.id })
    const services = await readLinks(desk.store, id)
    return { ...details, sessions, factor, services }
  },
  draw: (person, context) => PersonPage({ ...context, person }),
  told: ({ form: { values, version }, offered: _, ...person }) => ({ ...person, values, version }),
})

/** With a password that was typed, or one that is made. */
const passwordForm = z.strictObject({ password: typedPassword.optional() })

const manages = { permission: 'accounts.manage' } as const

/** Colleagues in the office. */
export const peopleRoutes: readonly Route[] = [
  list.show,
  ...list.files,
  list.verb({
    ...{ path: peoplePaths.list, name: 'creation', said: 'invited', form: inviteForm, ...manages },
    run: async ({ c, web, input }) => {
      const id = await inviteColleague(web.desk, input, staff(c))
      if (isProblem(id)) return id
      const link = await makePasswordLink(web.desk, { id }, staff(c))
      if (isProblem(link)) return link
      await mailInvitation(web.desk, link.account, c.get('look').language)
      return { id, fresh: freshOf(originOf(c, web), link) }
    },
    shown: ({ fresh }) => ({ fresh }),
    made: ({ id, fresh }) => ({ id, link: fresh.url, until: fresh.until }),
  }),
  one.show,
  one.verb({
    ...{ path: peoplePaths.revision(ID), name: 'revision', said: 'saved', form: personForm },
    run: ({ web, input, subject: { id, person } }) => {
      const versionNow = () => personVersion(web.desk.store, id)
      return changePerson(web.desk, person, { id, versionNow }, input)
    },
  }),
  one.verb({
    ...{ path: peoplePaths.invitation(ID), name: 'invitation', said: 'linked', ...manages },
    run: async ({ c, web, subject: { id, person } }) => {
      const link = await makePasswordLink(web.desk, { id }, person)
      return isProblem(link) ? link : freshOf(originOf(c, web), link)
    },
    shown: (fresh) => ({ fresh }),
    made: ({ url, until }) => ({ link: url, until }),
  }),
  one.verb({
    ...{ path: peoplePaths.password(ID), name: 'password', said: 'password', ...manages },
    form: passwordForm,
    run: async ({ web, input, subject: { id, person } }) => {
      const form = read(passwordForm, input)
      if (isProblem(form)) return form
      const { password: typed = '' } = form
      const password = typed || newPassword()
      const set = await setPassword(web.desk, { id }, password, person)
      return isProblem(set) ? set : { ...(typed ? {} : { freshPassword: password }) }
    },
    shown: (fresh) => fresh,
    made: ({ freshPassword }) => (freshPassword ? { password: freshPassword } : {}),
  }),
  one.verb({
    ...{ path: peoplePaths.disabling(ID), name: 'disabling', said: 'disabled', ...manages },
    run: ({ web, subject: { id, person } }) => disableAccount(web.desk, { id }, person),
  }),
  one.verb({
    ...{ path: peoplePaths.enabling(ID), name: 'enabling', said: 'enabled', ...manages },
    run: ({ web, subject: { id, person } }) => enableAccount(web.desk, { id }, person),
  }),
  one.verb({
    ...{ path: peoplePaths.removal(ID), name: 'removal', said: 'removed', ...manages },
    removes: true,
    run: ({ web, subject: { id, person } }) => removeAccount(web.desk, { id }, person),
    to: () => peoplePaths.list,
  }),
  one.verb({
    ...{ path: peoplePaths.factorRemoval(ID), name: 'factor', said: 'factorOff', ...manages },
    run: ({ web, subject: { id, person } }) =>
      id === person.id
        ? new Problem('forbidden', 'ownFactor')
        : removeFactor(web.desk, { id }, person),
  }),
  one.verb({
    ...{ path: peoplePaths.providerRemoval(ID, ':provider'), name: 'provider', ...manages },
    said: 'unlinked',
    run: ({ c, web, subject: { id, person } }) =>
      unlinkProvider(web.desk, { id }, c.req.param('provider') ?? '', person),
  }),
  one.verb({
    ...{ path: peoplePaths.sessionsRemoval(ID), name: 'sessions', said: 'ended', ...manages },
    run: ({ web, subject: { id, person, token } }) =>
      endSessions(web.desk, id, { but: token }, person),
  }),
  one.verb({
    ...{ path: peoplePaths.sessionRemoval(ID, ':mark'), name: 'session', said: 'ended' },
    ...manages,
    run: ({ c, web, subject: { id, person } }) =>
      endSessions(web.desk, id, { mark: c.req.param('mark') ?? '' }, person),
  }),
]
