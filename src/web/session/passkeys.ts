import { isProblem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { SignInPage } from '../../../views/session/sign-in'
import { sentenceFor } from '../../../views/words'
import { addPasskey, passkeyForm, passkeyOptions } from '../../commands/passkeys/add'
import { passkeyRemoval, removePasskey } from '../../commands/passkeys/remove'
import { passkeyRequest, passkeySignIn, signInByPasskey } from '../../commands/passkeys/sign-in'
import { siteAt } from '../../commands/passkeys/ticket'
import { hashToken } from '../../commands/tokens'
import { answerProblem, seeOther, wantsJson } from '../answer'
import type { Ask, WebContext } from '../context'
import { deskOrigin } from '../desk-origin'
import { safeNext } from '../next'
import { type Route, route } from '../route'
import { beginSession } from './begin'
import { fromOf } from './from'
import { againOn, type Own, own, ownIn } from './own-factor'
import { signInServices } from './services'

const { session } = paths
const common = { method: 'POST', permission: 'anyone' } as const

const site = (c: Ask, { config }: WebContext) => siteAt(deskOrigin(c, config))

const request = route({
  ...{ ...common, path: session.passkeyOptions },
  run: ({ c, web }) => passkeyRequest(web.desk, site(c, web), fromOf(c)),
  made: ({ c }, asked) => c.json(asked),
})

const signIn = route({
  ...{ ...common, path: session.passkey, form: passkeySignIn },
  run: ({ c, web, input }) => signInByPasskey(web.desk, site(c, web), input, fromOf(c)),
  made: async ({ c, web, input }, { token }) => {
    await beginSession({ c, web }, token)
    return seeOther(c, safeNext(input.next) ?? paths.workbench.page)
  },
  refused: async ({ c, web, input }, refusal) => {
    const look = { ...c.get('look'), here: session.signIn }
    const services = await signInServices(web.desk)
    const problem = sentenceFor(refusal, look.language)
    const next = safeNext(input.next)
    return answerProblem(c, refusal, SignInPage({ ...look, next, problem, services }))
  },
})

const options = route<Awaited<ReturnType<typeof passkeyOptions>>, Own>({
  ...{ ...common, path: session.factorPasskeyOptions, find: own },
  run: ({ c, web, subject }) => passkeyOptions(web.desk, subject, site(c, web)),
  made: ({ c }, asked) => c.json(asked),
})

const add = route<null, Own>({
  ...{ ...common, path: session.factorPasskeys, form: passkeyForm, find: own, secret: true },
  run: async ({ c, web, input, subject }) => {
    const done = await addPasskey(web.desk, subject, site(c, web), input)
    // Until now it was nobody's.
    if (!isProblem(done)) web.strangers.sessions.drop(hashToken(subject.token))
    return done
  },
  made: ({ c, input, subject }) => {
    if (wantsJson(c)) return c.json({ passkey: true }, 201)
    const next = safeNext(input.next) ?? paths.workbench.page
    return seeOther(c, subject.isConfined ? next : session.factorSaid('added'))
  },
  refused: againOn('passkey'),
})

const remove = route<null, Own>({
  ...{ ...common, path: session.factorPasskeyRemoval(':id'), form: passkeyRemoval },
  ...{ find: ownIn, bare: true, secret: true },
  run: ({ c, web, input, subject }) =>
    removePasskey(web.desk, subject, c.req.param('id') ?? '', input),
  made: ({ c }) => (wantsJson(c) ? c.body(null, 204) : seeOther(c, session.factorSaid('removed'))),
  refused: againOn('passkeys'),
})

/** Keys of devices: signing in with one, and somebody's own. */
export const passkeyRoutes: readonly Route[] = [request, signIn, options, add, remove]
