import { limits } from '../../../actors/limits'
import { Problem } from '../../../actors/problem'
import { HomePage } from '../../../views/home'
import { ProblemPage } from '../../../views/problem'
import { SignInPage } from '../../../views/session/sign-in'
import { lookOf, type Picture } from './picture'

const refused = (name: string, problem: Problem): Picture => ({
  name: `problem-${name}`,
  once: true,
  page: (given) => <ProblemPage {...lookOf(given)} problem={problem} />,
})

const addresses = { seen: 'https://elsewhere.example', expected: 'https://desk.example' }

/** What the doors of the desk say: to who may come in, and to who may not or not now. */
export const refusedPictures: Picture[] = [
  { name: 'home-staff', once: true, page: (given) => <HomePage {...lookOf(given)} staff={true} /> },
  ...(['ended', 'notSetUp'] as const).map((notice) => ({
    name: `sign-in-${notice}`,
    once: true,
    page: (given: Parameters<typeof lookOf>[0]) => (
      <SignInPage {...lookOf(given)} services={[]} notice={notice} next="/workbench" />
    ),
  })),
  refused('forbidden', new Problem('forbidden', 'crossSite', { values: addresses })),
  refused('missing', new Problem('missing', 'missing')),
  refused('unknown', new Problem('unknown', 'signInFirst')),
  refused('too-large', new Problem('invalid', 'textTooLong', { values: { limit: limits.text } })),
  refused('too-fast', new Problem('limited', 'tooFast', { values: { seconds: 5 }, retryAfter: 5 })),
]
