import { limits } from '../../../actors/limits'
import { Problem } from '../../../actors/problem'
import { HomePage } from '../../../views/home'
import { ProblemPage } from '../../../views/problem'
import { SignInPage } from '../../../views/session/sign-in'
import { sentenceFor } from '../../../views/words'
import { active, chat } from './chat'
import { connected, live, lookOf, type Picture } from './picture'

const refused = (name: string, problem: Problem): Picture => ({
  name: `problem-${name}`,
  once: true,
  page: (given) => <ProblemPage {...lookOf(given)} problem={problem} />,
})

const addresses = { seen: 'https://elsewhere.example', expected: 'https://desk.example' }

const keptOut = { values: { until: '14:30' } }
const says = {
  en: sentenceFor(new Problem('forbidden', 'blocked', keptOut), 'en'),
  zh: sentenceFor(new Problem('forbidden', 'blocked', keptOut), 'zh'),
}

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
  {
    ...chat('chat-kept-out', active),
    act: async (page) => {
      await live(page)
      const isChinese = (await page.locator('html').getAttribute('lang'))?.startsWith('zh')
      await connected(isChinese ? says.zh : says.en)(page)
    },
  },
  refused('forbidden', new Problem('forbidden', 'crossSite', { values: addresses })),
  refused('missing', new Problem('missing', 'missing')),
  refused('unknown', new Problem('unknown', 'signInFirst')),
  refused('too-large', new Problem('invalid', 'textTooLong', { values: { limit: limits.text } })),
  refused('too-fast', new Problem('limited', 'tooFast', { values: { seconds: 5 }, retryAfter: 5 })),
]
