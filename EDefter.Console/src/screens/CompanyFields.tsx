import type { ComponentChildren } from "preact";
import type { Profile } from "../api/shapes";
import { say } from "../language/language";
import { Button, Field } from "../ui/controls";
import { at, type Draft, withAt } from "./draft";

export interface CompanyFieldsProps {
  draft: Draft;
  isNew: boolean;
  profiles: Profile[];
  refused: (member: string) => string | undefined;
  onChange: (draft: Draft) => void;
}

/** Every field of a profile that a person fills, in the order in which one knows them. */
export function CompanyFields(props: CompanyFieldsProps) {
  const { draft, isNew, profiles, refused, onChange } = props;
  const text = (path: string, extra: Record<string, unknown> = {}) => <Text key={path} {...props} path={path} extra={extra} />;
  const words = say.company;
  return (
    <>
      <Part title={words.who}>
        {isNew && text("id", { required: true, pattern: "[a-z0-9\\-]{1,40}", title: words.fields["id"]?.hint })}
        {text("taxId", { required: true, inputMode: "numeric" })}
        {text("title")}
        {text("personName")}
        {text("naceCode", { inputMode: "numeric" })}
        <label class="inline">
          <input id="company-eDefter" type="checkbox" checked={draft["eDefter"] !== false} onChange={(event) => onChange({ ...draft, eDefter: event.currentTarget.checked })} /> {words.eDefter}
        </label>
      </Part>
      <Part title={words.year} refusal={refused("fiscalYear")}>
        {text("fiscalYear.start", { type: "date", required: at(draft, "fiscalYear.end") !== undefined && at(draft, "fiscalYear.end") !== "" })}
        {text("fiscalYear.end", { type: "date", required: at(draft, "fiscalYear.start") !== undefined && at(draft, "fiscalYear.start") !== "" })}
        {text("adoptionDate", { type: "date" })}
        {text("foundedOn", { type: "date" })}
      </Part>
      <Part title={words.address}>
        {["address.street", "address.buildingNumber", "address.postalCode", "address.city", "address.country", "phone", "fax", "email", "website"].map((path) => text(path))}
      </Part>
      <Rows {...props} member="accountants" title={words.accountants} add={words.addAccountant} fresh={{ inHouse: false }} refusal={refused("accountants")}>
        {(place) => (
          <>
            {["name", "title", "engagement", "phone", "email"].map((name) => (
              <Text key={name} {...props} path={`accountants.${place}.${name}`} words={`accountant.${name}`} />
            ))}
            <label class="inline">
              <input type="checkbox" checked={at(draft, `accountants.${place}.inHouse`) === true} onChange={(event) => onChange(withRow(draft, "accountants", place, "inHouse", event.currentTarget.checked))} /> {words.inHouse}
            </label>
          </>
        )}
      </Rows>
      <Rows {...props} member="branches" title={words.branches} add={words.addBranch} fresh={{}} refusal={refused("branches")}>
        {(place) => ["code", "name"].map((name) => <Text key={name} {...props} path={`branches.${place}.${name}`} words={`branch.${name}`} extra={name === "code" ? { required: true } : {}} />)}
      </Rows>
      <Part title={words.programs}>
        <Field label={words.fields["integratorProfile"]?.label ?? ""} hint={words.fields["integratorProfile"]?.hint ?? ""}>
          <select id="company-integratorProfile" value={String(draft["integratorProfile"] ?? "")} onChange={(event) => onChange({ ...draft, integratorProfile: event.currentTarget.value })}>
            <option value="">{say.none}</option>
            {profiles
              .filter(({ kind }) => kind !== "gib")
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </select>
        </Field>
        <Field label={words.fields["uploadPreference"]?.label ?? ""}>
          <select id="company-uploadPreference" value={draft["uploadPreference"] === "quarterly" ? "quarterly" : "monthly"} onChange={(event) => onChange({ ...draft, uploadPreference: event.currentTarget.value })}>
            <option value="monthly">{words.monthly}</option>
            <option value="quarterly">{words.quarterly}</option>
          </select>
        </Field>
        {["sourceApplication", "link", "repairPolicy.enteredByDefault"].map((path) => text(path))}
      </Part>
    </>
  );
}

interface CardProps {
  title: string;
  refusal?: string | undefined;
  children: ComponentChildren;
}

function Card({ title, refusal, children }: CardProps) {
  return (
    <fieldset class="card">
      <legend>{title}</legend>
      {refusal !== undefined && (
        <p class="refusal" role="alert">
          {refusal}
        </p>
      )}
      {children}
    </fieldset>
  );
}

function Part({ children, ...card }: CardProps) {
  return (
    <Card {...card}>
      <div class="fields">{children}</div>
    </Card>
  );
}

interface TextProps extends CompanyFieldsProps {
  path: string;
  /** Where its words stand, when not at its path. */
  words?: string;
  extra?: Record<string, unknown>;
}

function Text({ draft, refused, onChange, path, words = path, extra = {} }: TextProps) {
  const { label = path, hint } = say.company.fields[words] ?? {};
  const refusal = refused(path);
  const change = (value: string) => {
    const [list = "", place = "", name = ""] = path.split(".");
    onChange(name !== "" && Array.isArray(draft[list]) ? withRow(draft, list, Number(place), name, value) : withAt(draft, path, value));
  };
  return (
    <Field label={label} refusal={refusal} {...(hint === undefined ? {} : { hint })}>
      <input id={`company-${path.replaceAll(".", "-")}`} autocomplete="off" aria-invalid={refusal !== undefined} {...extra} value={String(at(draft, path) ?? "")} onInput={(event) => change(event.currentTarget.value)} />
    </Field>
  );
}

interface RowsProps extends CompanyFieldsProps {
  member: "accountants" | "branches";
  title: string;
  add: string;
  fresh: Draft;
  refusal: string | undefined;
  children: (place: number) => ComponentChildren;
}

function Rows({ draft, onChange, member, title, add, fresh, refusal, children }: RowsProps) {
  const rows = rowsOf(draft, member);
  const set = (changed: Draft[]) => onChange({ ...draft, [member]: changed });
  return (
    <Card title={title} refusal={refusal}>
      {rows.map((_, place) => (
        <div key={place} class="fields of-row">
          {children(place)}
          <Button kind="quiet" onPress={() => set(rows.filter((__, other) => other !== place))}>
            {say.company.removeRow}
          </Button>
        </div>
      ))}
      <Button onPress={() => set([...rows, fresh])}>{add}</Button>
    </Card>
  );
}

function rowsOf(draft: Draft, member: string): Draft[] {
  return Array.isArray(draft[member]) ? (draft[member] as Draft[]) : [];
}

function withRow(draft: Draft, member: string, place: number, name: string, value: unknown): Draft {
  return { ...draft, [member]: rowsOf(draft, member).map((row, each) => (each === place ? { ...row, [name]: value } : row)) };
}
