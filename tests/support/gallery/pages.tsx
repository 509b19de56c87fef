import { Problem } from '../../../actors/problem'
import { BrokenPage, MissingPage, NotToReadPage, UnavailablePage } from '../../../views/fault'
import { HomePage } from '../../../views/home'
import { InstallPage } from '../../../views/install/page'
import { paths } from '../../../views/paths'
import { InstalledPage, InstallLinkPage, ProblemPage } from '../../../views/problem'
import { SignInPage } from '../../../views/session/sign-in'
import { SignedOutPage, SignOutPage } from '../../../views/session/sign-out'
import { UnsentPage } from '../../../views/unsent'
import { sentenceFor } from '../../../views/words'
import { beforePictures } from './before'
import { benchPictures } from './bench'
import { cannedPictures } from './canned'
import { cardPictures } from './cards'
import { chatPictures } from './chat'
import { crowdedPictures } from './crowded'
import { customerPictures } from './customers'
import { doorPictures } from './doors'
import { entryPictures } from './entries'
import { firstStepPictures } from './first-steps'
import { foundPictures } from './found'
import { hoursPictures } from './hours'
import { lengthyPictures } from './lengthy'
import { letterPictures } from './letters'
import { listPictures } from './lists'
import { mePictures } from './me'
import { memoryPictures } from './memory'
import { mentionPictures } from './mentions'
import { mergePictures } from './merging'
import { momentPictures } from './moments'
import { officePictures } from './office'
import { pastPictures } from './past'
import { peoplePictures } from './people'
import { lookOf, type Picture } from './picture'
import { privacyPictures } from './privacy'
import { refusedPictures } from './refused'
import { rolePictures } from './roles'
import { routingPictures } from './routing'
import { searchPictures } from './search'
import { settingsPictures } from './settings'
import { sitesPictures } from './sites'
import { slaPictures } from './sla'
import { statechartPictures } from './statechart'
import { supervisionPictures } from './supervision'
import { systemPictures } from './system'
import { tagPictures } from './tags'
import { textPictures } from './texts'
import { togetherPictures } from './together'
import { visitorPictures } from './visitors'
import { wrapUpPictures } from './wrap-up'

const sent = ({ text = '', ...fields }: Record<string, string>) => ({
  fields: { text, ...fields },
  words: [text],
  secrets: [],
})

const plain: Picture[] = [
  { name: 'home', page: (given) => <HomePage {...lookOf(given)} staff={false} /> },
  { name: 'sign-in', page: (given) => <SignInPage {...lookOf(given)} services={[]} /> },
  {
    name: 'sign-in-problem',
    once: true,
    page: (given) => (
      <SignInPage
        {...lookOf(given)}
        email="ana@example.com"
        services={[]}
        problem={sentenceFor(new Problem('unknown', 'signInWrong'), given.language)}
      />
    ),
  },
  {
    name: 'sign-in-shut-out',
    page: (given) => <SignInPage {...lookOf(given)} services={[]} notice="shutOut" />,
  },
  { name: 'install-link', page: (given) => <InstallLinkPage {...lookOf(given)} /> },
  {
    name: 'install',
    page: (given) => (
      <InstallPage
        {...lookOf(given)}
        token="t"
        draft={{ name: 'Olga' }}
        problems={[
          {
            says: sentenceFor(new Problem('invalid', 'emailNotValid'), given.language),
            field: 'email',
          },
        ]}
      />
    ),
  },
  { name: 'gone-installed', page: (given) => <InstalledPage {...lookOf(given)} /> },
  { name: 'missing', page: (given) => <MissingPage {...lookOf(given)} /> },
  {
    name: 'broken',
    once: true,
    page: (given) => <BrokenPage {...lookOf(given)} id="0199a1b2-77c0-7e21-b0c4-3f1d52a90b11" />,
  },
  { name: 'unavailable', once: true, page: (given) => <UnavailablePage {...lookOf(given)} /> },
  { name: 'not-to-read', once: true, page: (given) => <NotToReadPage {...lookOf(given)} /> },
  {
    name: 'unsent',
    page: (given) => (
      <UnsentPage
        {...lookOf(given)}
        action={paths.chat.messages}
        sent={sent({
          text: 'Where is my order?\nIt should have come on Monday.',
          client_id: 'one',
        })}
      />
    ),
  },
  {
    name: 'unsent-signed-out',
    page: (given) => (
      <ProblemPage
        {...lookOf(given)}
        problem={new Problem('unknown', 'signInFirst')}
        action={paths.workbench.messages('one')}
        sent={sent({ text: 'It is on its way.', client_id: 'one' })}
      />
    ),
  },
  {
    name: 'unsent-missing',
    once: true,
    page: (given) => (
      <ProblemPage
        {...lookOf(given)}
        problem={new Problem('missing', 'missing')}
        action={paths.workbench.messages('one')}
        sent={sent({ text: 'It is on its way.', client_id: 'one' })}
      />
    ),
  },
  {
    name: 'unsent-sign-in',
    once: true,
    page: (given) => (
      <UnsentPage
        {...lookOf(given)}
        action={paths.session.signIn}
        sent={{
          fields: { email: 'ana@example.com' },
          words: ['ana@example.com'],
          secrets: ['password'],
        }}
      />
    ),
  },
  {
    name: 'signed-out',
    once: true,
    page: (given) => <SignedOutPage {...lookOf(given)} who="" unsentWords="delete" />,
  },
  {
    name: 'sign-out',
    page: (given) => <SignOutPage {...lookOf(given)} who="ana" held={2} stay="/workbench" />,
  },
  {
    name: 'problem',
    once: true,
    page: (given) => (
      <ProblemPage
        {...lookOf(given)}
        problem={new Problem('conflict', 'alreadyTaken', { values: { name: 'Amir' } })}
      />
    ),
  },
]

const all: Picture[] = [
  ...beforePictures,
  ...plain,
  ...refusedPictures,
  ...searchPictures,
  ...statechartPictures,
  ...supervisionPictures,
  ...memoryPictures,
  ...listPictures,
  ...textPictures,
  ...chatPictures,
  ...cardPictures,
  ...pastPictures,
  ...routingPictures,
  ...customerPictures,
  ...wrapUpPictures,
  ...mergePictures,
  ...entryPictures,
  ...benchPictures,
  ...foundPictures,
  ...mentionPictures,
  ...togetherPictures,
  ...momentPictures,
  ...crowdedPictures,
  ...lengthyPictures,
  ...letterPictures,
  ...officePictures,
  ...hoursPictures,
  ...slaPictures,
  ...cannedPictures,
  ...mePictures,
  ...peoplePictures,
  ...doorPictures,
  ...rolePictures,
  ...sitesPictures,
  ...settingsPictures,
  ...privacyPictures,
  ...firstStepPictures,
  ...systemPictures,
  ...tagPictures,
  ...visitorPictures,
]

/** Drawn once of each look, however many tests ask: to draw them all is most of what many would do. */
const drawnOnce = ({ page, ...picture }: Picture): Picture => {
  const drawn = new Map<string, string>()
  return {
    ...picture,
    page: (given) => {
      const look = `${given.theme} ${given.language}`
      const text = drawn.get(look) ?? String(page(given))
      drawn.set(look, text)
      return text
    },
  }
}

export const pictures: readonly Picture[] = all.map(drawnOnce)
