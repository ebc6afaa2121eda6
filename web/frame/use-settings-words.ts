import { codedWord } from '../i18n/coded-words.ts'
import { useWords } from '../i18n/use-words.ts'
import { GRADES, gradesOf } from '../url/view-state.ts'
import { useFrameSearch } from './use-frame-search.ts'

/** "today" and "register to reported": what an answer is for, in words. */
export function useSettingsWords(): { day: string; grades: string } {
  const words = useWords()
  const { search } = useFrameSearch()
  const chosen = gradesOf(search.grades)
  const word = (grade: string) => codedWord(words, 'grade', grade.toUpperCase())
  const [first, last] = [chosen[0]!, chosen.at(-1)!] // never empty: an empty choice is the default
  const unbroken = GRADES.indexOf(last) - GRADES.indexOf(first) === chosen.length - 1
  return {
    day: search.asOf === undefined ? words.t('settings.today') : words.date(search.asOf),
    grades: chosen.length === 1 ? word(first) : unbroken ? words.t('settings.gradeRange', { first: word(first), last: word(last) }) : chosen.map(word).join(', '),
  }
}
