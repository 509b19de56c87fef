/** One that people would count as one, with skin, hair and flags. Which there are says Unicode. */
const single = /^\p{RGI_Emoji}$/v

/** Says that the character before it is meant as a picture. */
const AS_PICTURE = '\u{FE0F}'
/** Also where it is one without it. */
const endsAsPicture = /\u{FE0F}$/u

/** One emoji as it is kept, written with or without the mark that it is one; null for all else. */
export const emojiIn = (text: string): string | null => {
  const written = [text, text + AS_PICTURE, text.replace(endsAsPicture, '')]
  return written.find((each) => single.test(each)) ?? null
}

/** Those that are offered. */
export const offeredEmoji = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const
