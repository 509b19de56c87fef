import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { Button, LinkButton } from '../parts/button'
import { FormProblem, TextField } from '../parts/fields/field'
import { paths } from '../paths'
import { plainScripts } from '../scripts'
import { wordsIn } from '../words'

type MailTranscript = PageContext & {
  /** Whether mail goes out from here. */
  mails: boolean
  email: string
  /** Where it has just been sent; undefined while it has not. */
  sentTo?: string
  problem?: { says: string; isOfField: boolean }
}

/** Where a visitor has their chat sent by mail. */
export const MailTranscriptPage = ({ mails, email, sentTo, problem, ...look }: MailTranscript) => {
  const words = wordsIn(look.language).past.mailed
  const isSent = sentTo !== undefined
  const lead = isSent ? words.doneLead(sentTo) : mails ? words.lead : words.noMail
  return (
    <Layout {...look} title={words.title} kind="plain" scripts={plainScripts}>
      <main class="card">
        <Brand name={look.brand} />
        <h1>{isSent ? words.done : words.title}</h1>
        <p class="lead">{lead}</p>
        <FormProblem says={problem && !problem.isOfField ? problem.says : undefined} />
        {(mails || problem) && !isSent && (
          <form method="post" action={paths.chat.mailTranscript} class="stack">
            <TextField
              name="email"
              type="email"
              label={words.email}
              autocomplete="email"
              required
              autofocus
              value={email}
              problem={problem?.isOfField ? problem.says : undefined}
            />
            <Button tone="primary" wide>
              {words.submit}
            </Button>
          </form>
        )}
        <div class="actions">
          <LinkButton href={paths.chat.page}>{words.back}</LinkButton>
          {!mails && (
            <LinkButton href={paths.chat.transcriptAs('html')} icon="download">
              {words.save}
            </LinkButton>
          )}
        </div>
      </main>
    </Layout>
  )
}
