/**
 * Many lines of transcripts that a turn writes without having read them: the store makes them out of
 * lines that are there, in the turn's own transaction. `mark` stands before the client id of each line
 * it is made of, so that the new one is nobody else's.
 */
export type Lines =
  /**
   * All lines of another conversation up to a seq, each `offset` further on than there. What is to be
   * sent later in that one is to be sent here.
   */
  | { write: 'copies'; from: string; upTo: number; offset: number; mark: string }
  /**
   * Lines of another conversation that begin this one, each `offset` further on than there. What people
   * said keeps its ids, and what was put to it and came with it goes along, as what is to be sent later
   * does; `mark` is for the others.
   */
  | { write: 'branch'; from: string; first: number; upTo: number; offset: number; mark: string }
  /**
   * Lines of this conversation from a seq to another are as if they were not: for each there is one
   * that changes it, `offset` further on than it. Those that change a line before them stay.
   */
  | {
      write: 'covers'
      /** Why they are not here any more. */
      as: 'movedBack' | 'movedOn'
      /** From which they came, where they go back: there they are as before. */
      back?: string
      /** The mark that they came with: what is to be sent later has it too, and goes back. */
      cameAs?: string
      first: number
      last: number
      offset: number
      mark: string
      at: number
    }
