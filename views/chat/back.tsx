import { Layout } from '../layout'
import type { VisitorContext } from '../page-context'
import { Brand } from '../parts/brand'
import { Button } from '../parts/button'
import { paths } from '../paths'
import { wordsIn } from '../words'

type Back = VisitorContext & { id: string; until: number; proof: string }

/** Where the link of a letter leads. What only looks after links opens nothing: a person presses. */
export const BackPage = ({ id, until, proof, ...look }: Back) => {
  const words = wordsIn(look.language).letters.page
  return (
    <Layout {...look} title={words.title} kind="plain">
      <main class="card message">
        <Brand />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <form method="post" action={paths.chat.back(id)} class="actions">
          <input type="hidden" name="e" value={until} />
          <input type="hidden" name="s" value={proof} />
          <Button tone="primary" icon="messagesSquare">
            {words.go}
          </Button>
        </form>
      </main>
    </Layout>
  )
}
