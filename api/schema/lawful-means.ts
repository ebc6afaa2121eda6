import { GRADES, LAWFUL_NOTE_KINDS } from '#model/code-lists.ts'
import type { LawfulNoteSource } from '#model/lawful-note.ts'
import { earliestDay } from '#model/values/imprecise-date.ts'
import type { DatedNote, LawfulMeans } from '../lawful-means.ts'
import { NOT_LEGAL_ADVICE } from '../lawful-means.ts'
import type { Api } from './refs.ts'

/** What is noted on the law of a country, for whoever thinks of acting there. */
export function defineLawfulMeans({ builder, refs, enums }: Api): void {
  const source = builder.objectRef<LawfulNoteSource>('LawfulNoteSource').implement({
    description: 'Law, judgment or page of an authority a note was held against.',
    fields: (t) => ({
      title: t.exposeString('title'), publisher: t.exposeString('publisher'), url: t.exposeString('url'),
      retrievedOn: t.expose('retrievedOn', { type: 'Date', description: 'Day the note was last held against it.' }),
    }),
  })
  const note = builder.objectRef<DatedNote>('LawfulNote').implement({
    description: 'One or two sentences on the law of a country. Not legal advice.',
    fields: (t) => ({
      kind: t.expose('kind', { type: enums.of(LAWFUL_NOTE_KINDS) }),
      text: t.exposeString('text'),
      sentence: t.exposeString('sentence', { description: 'The text with its kind, grade, source and dates.' }),
      language: t.exposeString('language', { description: 'Of the text, BCP 47.' }),
      asOf: t.field({ type: 'Date', description: 'Of the law, judgment or page.', resolve: ({ asOf }) => earliestDay(asOf) }),
      asOfPrecision: t.field({ type: enums.coded.get('DatePrecision')!, resolve: ({ asOf }) => asOf.precision }),
      grade: t.expose('grade', { type: enums.of(GRADES) }),
      isStale: t.exposeBoolean('isStale', { description: 'Last checked too long ago to act on.' }),
      source: t.field({ type: source, resolve: (one) => one.source }),
    }),
  })
  refs.lawfulMeans.implement({
    description:
      'What is noted on the law of a country: strikes, notice, secondary action, picketing, essential services. Today’s notes, whatever date is asked for.',
    fields: (t) => ({
      country: t.string({
        nullable: true,
        description: 'ISO 3166-1 alpha-2; null where it is not on record.',
        resolve: ({ country }: LawfulMeans) => country,
      }),
      sentence: t.exposeString('sentence', {
        description:
          'How many notes, from when, and on what there is none; “no notes for this country: ask before acting” where there is none at all.',
      }),
      advice: t.string({ description: 'What the notes are not.', resolve: () => NOT_LEGAL_ADVICE }),
      notes: t.field({ type: [note], resolve: ({ notes }) => [...notes] }),
      missing: t.field({ type: [enums.of(LAWFUL_NOTE_KINDS)], description: 'Kinds without a note.', resolve: ({ missing }) => [...missing] }),
    }),
  })
}
