import { letterKinds, letterStages } from '../../../actors/letter'
import { Problem } from '../../../actors/problem'
import { MailTranscriptPage } from '../../../views/chat/mail-transcript'
import { StopPage } from '../../../views/letters/stop-page'
import {
  type LetterLine,
  LettersPage,
  letterList,
  lettersInMenu,
} from '../../../views/office/letters'
import { ForgotDonePage, ForgotPage, ResetOverPage, ResetPage } from '../../../views/session/reset'
import { sentenceFor } from '../../../views/words'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const MINUTE_MS = 60_000
const lines: readonly LetterLine[] = letterStages.map((stage, nth) => ({
  ...{ id: `letter-${nth}`, at: data.now - nth * 37 * MINUTE_MS, stage },
  kind: letterKinds[nth % letterKinds.length] ?? 'answer',
  to: nth === 2 ? `${'very.long.address.'.repeat(3)}@department.example.com` : 'vera@guest.example',
  subject: nth === 4 ? '' : 'Ana answered you',
  ...{ tries: stage === 'retrying' ? 4 : stage === 'dead' ? 10 : 0 },
  problem:
    stage === 'dead'
      ? 'EENVELOPE 550'
      : stage === 'nobody'
        ? 'no account'
        : stage === 'retrying'
          ? 'ECONNECTION'
          : '',
  next: stage === 'retrying' ? data.now + 8 * MINUTE_MS : null,
}))

const ask = { q: '', ...letterList.usual, filters: {}, times: {}, until: null }
const shown = {
  ...{ ask, found: { rows: lines, next: null }, stages: letterStages, kinds: letterKinds },
  ...{ way: { host: 'smtp.example.com:587', from: 'help@example.com' }, email: 'olga@example.com' },
}

type Given = Parameters<Picture['page']>[0]

const office = (name: string, more: Partial<Parameters<typeof LettersPage>[0]> = {}): Picture => ({
  name,
  height: 1100,
  page: (given: Given) => (
    <LettersPage
      {...lookOf(given)}
      {...shown}
      me={{ id: data.olga, name: 'Olga' }}
      menu={[lettersInMenu]}
      page={lettersInMenu}
      {...more}
    />
  ),
})

const wrong = new Problem('invalid', 'emailNotValid', { field: 'email' })

/** The mail of the desk in the office, and the pages that mail leads to. */
export const letterPictures: Picture[] = [
  office('office-letters'),
  office('office-letters-empty', {
    ...{ found: { rows: [], next: null }, way: { folder: 'outbox/' } },
  }),
  office('office-letters-refused', {
    refused: { form: 'trial', problem: wrong, typed: { email: 'olga' } },
  }),
  { name: 'forgot', page: (given) => <ForgotPage {...lookOf(given)} mails /> },
  {
    name: 'forgot-no-mail',
    once: true,
    page: (given) => <ForgotPage {...lookOf(given)} mails={false} />,
  },
  {
    name: 'forgot-refused',
    once: true,
    page: (given) => (
      <ForgotPage
        {...lookOf(given)}
        mails
        email="olga"
        problem={{ says: sentenceFor(wrong, given.language), isOfField: true }}
      />
    ),
  },
  { name: 'forgot-done', page: (given) => <ForgotDonePage {...lookOf(given)} /> },
  {
    name: 'reset',
    page: (given) => (
      <ResetPage {...lookOf(given)} token="t" name="Olga" email="olga@example.com" />
    ),
  },
  {
    name: 'reset-over',
    once: true,
    page: (given) => (
      <ResetOverPage
        {...lookOf(given)}
        says={sentenceFor(new Problem('conflict', 'resetOver'), given.language)}
      />
    ),
  },
  {
    name: 'mail-transcript',
    page: (given) => <MailTranscriptPage {...lookOf(given)} mails email="vera@guest.example" />,
  },
  {
    name: 'mail-transcript-sent',
    once: true,
    page: (given) => (
      <MailTranscriptPage {...lookOf(given)} mails email="" sentTo="vera@guest.example" />
    ),
  },
  {
    name: 'mail-transcript-none',
    once: true,
    page: (given) => <MailTranscriptPage {...lookOf(given)} mails={false} email="" />,
  },
  {
    name: 'stop-mail',
    page: (given) => <StopPage {...lookOf(given)} hash="a" until={1} proof="proof" />,
  },
  {
    name: 'stop-mail-done',
    once: true,
    page: (given) => <StopPage {...lookOf(given)} hash="a" until={1} proof="proof" wants={false} />,
  },
]
