import { useState } from "preact/hooks";
import type { Book } from "../api/book";
import type { Month } from "../api/shapes";
import { say } from "../language/language";
import { Failure } from "../ui/controls";
import { useWork } from "../ui/work";

/** How many vouchers the ERP has: what is missing then shows up as an error instead of not at all. */
export function SourceCount({ book, month, onChanged }: { book: Book; month: Month; onChanged: () => void }) {
  const [count, setCount] = useState("");
  const [isSaved, setIsSaved] = useState(false);
  const work = useWork();
  if (month.numbers !== undefined) return null;
  const save = (event: Event) => {
    event.preventDefault();
    setIsSaved(false);
    work.run(async () => {
      await book.client.put(`${book.month(month.period)}/source-count`, { vouchers: Number(count) });
      setIsSaved(true);
      onChanged();
    });
  };
  return (
    <form class="card row wrap source-count" onSubmit={save}>
      <label class="inline">
        {say.upload.sourceCount} <input type="number" min="0" step="1" required inputMode="numeric" value={count} onInput={(event) => setCount(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button plain" disabled={work.running}>
        {say.upload.save}
      </button>
      <span class="hint" role="status">
        {isSaved ? say.upload.saved : say.upload.sourceHint}
      </span>
      <Failure error={work.error} />
    </form>
  );
}
