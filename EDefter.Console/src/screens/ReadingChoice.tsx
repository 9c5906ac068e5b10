/** A way of reading people's tables. */
export interface ReadingProfile {
  id: string;
  title: string;
  reads: "vouchers" | "accounts";
}

/** The ways of reading tables of one kind: a table of accounts is not read as vouchers. */
export function ReadingChoice({ readings, reads, chosen, onChoose }: { readings: ReadingProfile[]; reads: ReadingProfile["reads"]; chosen: string; onChoose: (id: string) => void }) {
  return (
    <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
      {readings
        .filter((reading) => reading.reads === reads)
        .map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
    </select>
  );
}
