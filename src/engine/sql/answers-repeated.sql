-- Rows that stand in the files more than once, to the last character.
select min(t.row_number) as first_row, max(t.row_number) as last_row, count(*) as row_count
from answers as t
where t.row_hash is not null
group by t.row_hash
having count(*) > 1
