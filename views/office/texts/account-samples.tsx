import type { Child } from 'hono/jsx'
import { AccountPage, type AccountSaid } from '../../customers/account'
import { CustomerResetPage, LinkOverPage, MovePage } from '../../customers/mail'
import { type MineLine, MinePage } from '../../customers/mine'
import { CustomerSignInPage, RegisteredPage, RegisterPage } from '../../customers/sign-in'
import { customerLetter } from '../../letters/customers'
import type { VisitorContext } from '../../page-context'
import { paths } from '../../paths'
import { wordsIn } from '../../words'

type Sample = (look: VisitorContext) => Child | string

const HOUR_MS = 3_600_000
const vera = { name: 'Vera', email: 'vera@example.com' }

const linesAt = (now: number): readonly MineLine[] => [
  {
    ...{ id: 'one', at: now, isOpen: true, isCurrent: true, agentName: 'Ana', stars: null },
    preview: '…',
  },
  {
    ...{ id: 'two', at: now - HOUR_MS, isOpen: false, isCurrent: false, agentName: 'Ana' },
    ...{ stars: 5, preview: '…' },
  },
]

const mine =
  (lines: boolean, search?: boolean): Sample =>
  (look) =>
    MinePage({
      ...{ ...look, ...vera, lines: lines ? linesAt(look.now) : [], isFurther: true },
      older: paths.customers.page,
      ...(search === undefined ? {} : { search: { q: '…', found: search ? found(look.now) : [] } }),
    })

const found = (now: number) =>
  [1, 2].map((others) => ({
    ...{ id: 'one', at: now, isOpen: true, isCurrent: true, agentName: 'Ana', stars: null },
    ...{ pieces: [{ text: '…', found: true }], by: others === 1 ? '' : 'Ana', others },
  }))

const account =
  (mails: boolean, said?: AccountSaid): Sample =>
  (look) =>
    AccountPage({
      ...{ ...look, ...vera, mails },
      sessions: [true, false, false].map((isThis) => ({
        ...{ mark: 'a', browser: null, since: look.now, isThis },
      })),
      ...(said ? { said } : {}),
    })

const letter =
  (of: Parameters<typeof customerLetter>[0]['of']): Sample =>
  ({ language }) => {
    const { subject, html } = customerLetter({ of, language, name: 'Vera', link: paths.home })
    return html.replace('<p>', () => `<h1>${subject}</h1><p>`)
  }

/** Where visitors with an account read something. */
export const accountSamples: readonly Sample[] = [
  (look) => CustomerSignInPage({ ...look, confirm: '' }),
  (look) => CustomerSignInPage({ ...look, confirm: 'a', task: 'a' }),
  ...(['signedOut', 'made', 'removed'] as const).map(
    (after): Sample =>
      (look) =>
        CustomerSignInPage({ ...look, confirm: '', after }),
  ),
  (look) => RegisterPage(look),
  (look) => RegisteredPage(look),
  ...[mine(true), mine(false), mine(false, true), mine(false, false)],
  account(true),
  ...(['saved', 'mailed', 'password', 'ended'] as const).map((said) => account(false, said)),
  (look) => CustomerResetPage({ ...look, token: 'a', email: vera.email }),
  (look) => MovePage({ ...look, token: 'a', email: vera.email, isDone: false }),
  (look) => MovePage({ ...look, token: 'a', email: vera.email, isDone: true }),
  (look) => LinkOverPage({ ...look, says: wordsIn(look.language).reasons.mailLinkOver({}) }),
  ...(['confirm', 'known', 'move', 'reset'] as const).map(letter),
]
