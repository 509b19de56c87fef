import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { Button } from '../parts/button'
import { paths } from '../paths'
import { wordsIn } from '../words'

type Stop = PageContext & {
  hash: string
  until: number
  proof: string
  /** What was just said; undefined while nothing was. */
  wants?: boolean
}

/** Where the link of a mail leads by which no more of it comes; a press decides, and takes it back. */
export const StopPage = ({ hash, until, proof, wants, ...look }: Stop) => {
  const words = wordsIn(look.language).letters.stop
  const [title, lead] =
    wants === undefined
      ? [words.title, words.lead]
      : wants
        ? [words.undone, words.undoneLead]
        : [words.done, words.doneLead]
  const offersAgain = wants === false
  return (
    <Layout {...look} title={title} kind="plain">
      <main class="card message">
        <Brand name={look.brand} />
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <form method="post" action={paths.letters.stopBy(hash, { until, proof })} class="actions">
          {offersAgain && <input type="hidden" name="wants" value="yes" />}
          <Button tone={offersAgain ? 'plain' : 'primary'}>
            {offersAgain ? words.again : words.go}
          </Button>
        </form>
      </main>
    </Layout>
  )
}
